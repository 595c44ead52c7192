-- id: stale-source
-- title: no page was last looked at too long ago
-- rationale: Pages are corrected, and taken down. What the checks verify is the copy in the ledger: as old as that is, so old is what they say. The policy sets after how many days it is to be captured again (stale_days, 0 for never).
-- severity: closing=warning published=note
-- message: {source} was last looked at on {looked}, more than {days} days ago: capture it again
-- catch: {"citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 0, "source": "S-0001", "address": "https://example.com/a", "attempted_at": "2026-01-31T11:59:59.000Z"}]}
-- spare: {"citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 0, "source": "S-0001", "address": "https://example.com/a", "attempted_at": "2026-01-31T12:00:00.000Z"}]}
-- spare: {"citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 0, "source": "S-0001", "address": "https://example.com/a", "attempted_at": ""}]}
-- spare: {"citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 0, "source": "S-0001", "address": "log.txt", "attempted_at": "2025-01-31T12:00:00.000Z"}]}
-- spare: {"citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 1, "source": "S-0001", "address": "https://example.com/a", "attempted_at": "2025-01-31T12:00:00.000Z"}]}
-- spare: {"thresholds": [{"stale_days": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 0, "source": "S-0001", "address": "https://example.com/a", "attempted_at": "2025-01-31T12:00:00.000Z"}]}
select claim_id, citation_id, source, substr(attempted_at, 1, 10) as looked, :stale_days as days
from citation_view
where article_id = :article and cut = 0 and address like 'http%' and attempted_at <> ''
    and :stale_days > 0 and attempted_at < :stale_before
order by number, citation_id
