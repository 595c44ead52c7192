-- id: void
-- title: no sign-off has become void
-- rationale: A verdict holds for the words and the evidence that it was given on. When either changes, the person must look again.
-- severity: draft=warning closing=error published=error
-- message: {signed_by} signed it off as {last_verdict}, but {void} since: check it again
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "last_verdict": "confirmed", "signed_by": "Dana", "void": "words changed"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "last_verdict": "confirmed", "verdict": "confirmed", "signed_by": "Dana", "void": ""}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 1, "last_verdict": "confirmed", "signed_by": "Dana", "void": "words changed"}]}
select claim_id, signed_by, last_verdict, void
from claim_view
where article_id = :article and cut = 0 and void <> ''
order by number
