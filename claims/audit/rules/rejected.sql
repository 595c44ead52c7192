-- id: rejected
-- title: no claim stands that a checker found incorrect or wants cut
-- rationale: The verdict is still in force, so the draft still says what a named person says is wrong.
-- severity: draft=error closing=error published=error
-- message: {signed_by}'s verdict is {verdict}, and the draft still says it: correct it or cut it
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "incorrect", "last_verdict": "incorrect", "signed_by": "Dana"}]}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "cut", "last_verdict": "cut", "signed_by": "Dana"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 1, "verdict": "incorrect", "last_verdict": "incorrect", "signed_by": "Dana"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "stet", "last_verdict": "stet", "signed_by": "Dana"}]}
select claim_id, signed_by, verdict
from claim_view
where article_id = :article and cut = 0 and last_verdict in ('incorrect', 'cut') and void = ''
order by number
