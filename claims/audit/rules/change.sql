-- id: change
-- title: the draft carries every change of words that a checker asked for
-- rationale: A verdict of change is met when the draft has the words proposed; until then it is a correction not made.
-- severity: draft=warning closing=error published=error
-- message: {signed_by} wants it changed to “{verdict_to}”: change it
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "change", "last_verdict": "change", "verdict_to": "It sank.", "change_met": 0, "signed_by": "Dana"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "change", "last_verdict": "change", "verdict_to": "It sank.", "change_met": 1, "signed_by": "Dana"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "change_met": 0, "signed_by": "Dana"}]}
select claim_id, signed_by, verdict_to
from claim_view
where article_id = :article and cut = 0 and last_verdict = 'change' and change_met = 0 and void = ''
order by number
