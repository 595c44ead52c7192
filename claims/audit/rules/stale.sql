-- id: stale
-- title: no claim was last verified too long ago
-- rationale: What was so when it was signed off need not be so any more: people change jobs, companies raise money. The policy sets after how many days it is to be checked again (stale_days, 0 for never).
-- severity: closing=warning published=note
-- message: {signed_by} signed it off on {signed}, more than {days} days ago: see that it is still so, and sign it again
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Kit", "signed_at": "2026-01-31T11:59:59.000Z"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Kit", "signed_at": "2026-01-31T12:00:00.000Z"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "", "last_verdict": "confirmed", "void": "words changed", "signed_by": "Kit", "signed_at": "2025-01-31T11:59:59.000Z"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Kit", "signed_at": "2025-01-31T11:59:59.000Z"}]}
-- spare: {"thresholds": [{"stale_days": 0}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Kit", "signed_at": "2025-01-31T11:59:59.000Z"}]}
select claim_id, signed_by, substr(signed_at, 1, 10) as signed, :stale_days as days
from claim_view
where article_id = :article and cut = 0 and last_verdict <> '' and :stale_days > 0 and signed_at < :stale_before and void = ''
order by number
