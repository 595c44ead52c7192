-- id: secondary
-- title: no claim rests on secondary sources alone
-- rationale: Who repeats what another says repeats its mistakes too. Where only secondary sources are cited, nobody has looked at the thing itself.
-- severity: closing=warning published=warning
-- message: every source that it cites is secondary: cite one that knows it at first hand
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0}], "citation_view": [{"claim_id": "c", "stance": "offered", "grade": "secondary"}, {"claim_id": "c", "stance": "supports", "grade": "secondary"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0}], "citation_view": [{"claim_id": "c", "stance": "offered", "grade": "secondary"}, {"claim_id": "c", "stance": "supports", "grade": "primary"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0}], "citation_view": [{"claim_id": "c", "stance": "offered", "grade": ""}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1}], "citation_view": [{"claim_id": "c", "stance": "offered", "grade": "secondary"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0}], "citation_view": [{"claim_id": "other", "stance": "offered", "grade": "secondary"}]}
select c.claim_id
from claim_view c
where c.article_id = :article and c.cut = 0
    and exists (select 1 from citation_view t where t.claim_id = c.claim_id and t.grade = 'secondary' and t.stance in ('offered', 'supports'))
    and not exists (select 1 from citation_view t where t.claim_id = c.claim_id and t.grade <> 'secondary' and t.stance in ('offered', 'supports'))
order by c.number
