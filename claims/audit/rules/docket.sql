-- id: docket
-- title: what rests on a court filing names the docket and the document
-- rationale: “The complaint” is one of hundreds of papers in one of thousands of cases. The case number and the paper's number on the docket are how anybody finds it. A court's stamp on the paper tells both; where it bears none, the footnote must.
-- severity: closing=warning published=warning
-- message: it rests on a court filing of which the case number and the docket's number of the document are not known: name both in the footnote, as in “No. 3:25-cv-01234, ECF No. 12”
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "address": "filings/complaint.pdf", "case_number": "", "document": ""}]}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "case_number": "3:25-cv-01234", "document": ""}]}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "note": "3:25-cv-01234, the complaint"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "case_number": "3:25-cv-01234", "document": "12"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "note": "No. 3:25-cv-01234, ECF No. 12"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "held": "Doe v. Roe, 1:24-cr-00007, Dkt. 12"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing", "address": "gov.uscourts.cand.433688.44.0.pdf"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "news report"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "label": "court filing"}], "citation_view": [{"claim_id": "c", "kind": "court filing"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "label": "reported"}], "citation_view": [{"claim_id": "c", "kind": "court filing"}]}
select c.claim_id
from claim_view c
where c.article_id = :article and c.cut = 0 and c.label = 'court filing'
    and exists (select 1 from citation_view t where t.claim_id = c.claim_id and t.kind = 'court filing')
    and not exists (
        select 1
        from (
            select t.case_number, t.document, t.address, lower(t.held || ' ' || t.title || ' ' || t.note) as words
            from citation_view t
            where t.claim_id = c.claim_id and t.kind = 'court filing'
        ) p
        where (p.case_number <> '' or p.words like '%-cv-%' or p.words like '%-cr-%' or p.words like '%index no%' or p.words like '%case no%')
            and (p.document <> '' or p.words like '%ecf%' or p.words like '%dkt%' or p.words like '%doc. %' or p.words like '%document no%')
            or p.address like '%uscourts.%'
    )
order by c.number
