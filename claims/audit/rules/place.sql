-- id: place
-- title: what rests on a court filing names the page or the paragraph
-- rationale: A docket has hundreds of papers, and a paper hundreds of pages. A lawyer who is asked for the place must have it at hand.
-- severity: draft=note closing=warning published=warning
-- message: it rests on a court filing, and no page or paragraph of one is given: name it in the footnote
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "page": "", "paragraph": "", "match_page": ""}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "page": "3"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "paragraph": "42"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "match_page": "7"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "news report"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "reported"}], "citation_view": [{"claim_id": "c", "kind": "court filing"}]}
select c.claim_id
from claim_view c
where c.article_id = :article and c.cut = 0 and c.label = 'court filing'
    and exists (select 1 from citation_view t where t.claim_id = c.claim_id and t.kind = 'court filing')
    and not exists (
        select 1
        from citation_view t
        where t.claim_id = c.claim_id and t.kind = 'court filing' and (t.page <> '' or t.paragraph <> '' or t.match_page <> '')
    )
order by c.number
