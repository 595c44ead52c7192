-- id: gone
-- title: every source can still be found where it was
-- rationale: Readers, and lawyers, follow the link. Where the page is gone the ledger's copy proves what it said, and the story should cite one that others can see. A source of which there is no copy the checks tell.
-- severity: draft=note closing=warning published=warning
-- message: {source} is no longer where it was, and rests on the copy captured on {taken}: cite an archived copy (stet source capture --archived {source}), or say when it was seen
-- catch: {"citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 0, "source": "S-0001", "stance": "offered", "state": "gone", "snapshot": "ab", "taken_at": "2026-01-01T10:00:00.000Z"}]}
-- catch: {"citation_view": [{"claim_id": "c", "citation_id": "t", "article_id": "a", "number": 1, "cut": 0, "source": "S-0001", "stance": "supports", "state": "missing", "snapshot": "ab", "taken_at": "2026-01-01T10:00:00.000Z"}]}
-- spare: {"citation_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "stance": "offered", "state": "unchanged", "snapshot": "ab"}]}
-- spare: {"citation_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "stance": "offered", "state": "gone", "snapshot": ""}]}
-- spare: {"citation_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "stance": "offered", "state": "gone", "snapshot": "ab"}]}
-- spare: {"citation_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "stance": "offered", "state": "blocked", "snapshot": "ab"}]}
-- spare: {"citation_view": [{"claim_id": "c", "article_id": "b", "number": 1, "cut": 0, "stance": "offered", "state": "gone", "snapshot": "ab"}]}
select claim_id, citation_id, source, substr(taken_at, 1, 10) as taken
from citation_view
where article_id = :article and cut = 0 and state in ('gone', 'missing') and snapshot <> ''
order by number, citation_id
