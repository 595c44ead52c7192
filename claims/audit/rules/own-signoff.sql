-- id: own-signoff
-- title: nobody signs off the claims of an article of their own
-- rationale: A check is a second pair of eyes. "on author" says openly that there was none. Of a byline with several names, each full name is an author's.
-- severity: draft=warning closing=error published=error
-- message: {signed_by} wrote the article and signed it off: have somebody else check it
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Dana Scott", "author": "Dana Scott"}]}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "dana scott", "author": "By Kit Moss, Dana Scott and Nora Field"}]}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "stet", "last_verdict": "stet", "signed_by": "Dana", "author": "Dana"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "on author", "last_verdict": "on author", "signed_by": "Dana Scott", "author": "Dana Scott"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Kit Moss", "author": "Dana Scott"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Dana", "author": "Dana Scott"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed", "signed_by": "Ana Scott", "author": "Dana Scott"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "cut": 0, "verdict": "", "last_verdict": "", "signed_by": "", "author": ""}]}
select claim_id, signed_by
from claim_view
where article_id = :article and cut = 0 and last_verdict not in ('', 'on author')
    and (
        signed_by = author
        or signed_by like '% %' and ' ' || replace(lower(author), ',', ' ') || ' ' like '% ' || lower(signed_by) || ' %'
    )
    and void = ''
order by number
