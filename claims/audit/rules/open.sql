-- id: open
-- title: every claim has a verdict
-- rationale: While a story is being checked most claims are open, so a draft is not told. At closing an open claim is a fact that nobody answers for.
-- severity: closing=error published=error
-- message: nobody has given a verdict: check it and sign it off
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "", "last_verdict": ""}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 1, "verdict": "", "last_verdict": ""}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "", "last_verdict": "confirmed", "void": "words changed"}]}
select claim_id
from claim_view
where article_id = :article and cut = 0 and last_verdict = ''
order by number
