-- id: unverifiable
-- title: no claim stands that a checker could not verify
-- rationale: The checker looked and found nothing that settles it. Whether the story can say it all the same is for an editor, who signs it stet and says why.
-- severity: draft=note closing=warning published=warning
-- message: {signed_by} could not verify it: cut it, say whose word it is, or have an editor sign it stet
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "unverifiable", "last_verdict": "unverifiable", "signed_by": "Kit"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "stet", "last_verdict": "stet", "signed_by": "Kit"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "verdict": "unverifiable", "last_verdict": "unverifiable", "signed_by": "Kit"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "", "last_verdict": "unverifiable", "void": "words changed", "signed_by": "Kit"}]}
select claim_id, signed_by
from claim_view
where article_id = :article and cut = 0 and last_verdict = 'unverifiable' and void = ''
order by number
