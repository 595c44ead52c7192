-- id: disputed
-- title: no claim is confirmed that a cited source disputes
-- rationale: A person gave the source the stance "disputes". Whoever confirms the claim all the same should say why, as a stet.
-- severity: draft=warning closing=error published=error
-- message: {signed_by} confirmed it, and a source that it cites disputes it: say why it stands, as a stet, or look again
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "signed_by": "Kit"}], "citation_view": [{"claim_id": "c", "stance": "disputes"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "stet", "signed_by": "Kit"}], "citation_view": [{"claim_id": "c", "stance": "disputes"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "signed_by": "Kit"}], "citation_view": [{"claim_id": "c", "stance": "supports"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "", "signed_by": "Kit"}], "citation_view": [{"claim_id": "c", "stance": "disputes"}]}
select c.claim_id, c.signed_by
from claim_view c
where c.article_id = :article and c.cut = 0 and c.verdict = 'confirmed'
    and exists (select 1 from citation_view t where t.claim_id = c.claim_id and t.stance = 'disputes')
order by c.number
