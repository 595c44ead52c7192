-- id: own-signoff
-- title: nobody signs off the claims of an article of their own
-- rationale: A check is a second pair of eyes. "on author" says openly that there was none.
-- severity: draft=warning closing=error published=error
-- message: {signed_by} wrote the article and signed it off: have somebody else check it
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "signed_by": "Dana Scott", "author": "Dana Scott"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "on author", "signed_by": "Dana Scott", "author": "Dana Scott"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "signed_by": "Kit Moss", "author": "Dana Scott"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "", "signed_by": "", "author": ""}]}
select claim_id, signed_by
from claim_view
where article_id = :article and cut = 0 and verdict not in ('', 'on author') and signed_by = author
order by number
