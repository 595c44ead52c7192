-- id: changed
-- title: no source reads otherwise than when it was signed off
-- rationale: A sign-off is void where the words relied on are gone from a source. Where they still stand, and the rest is another, a correction may stand beside them.
-- severity: draft=note closing=warning published=warning
-- message: {source} reads otherwise than when {signed_by} signed it off, though the words relied on still stand in it: read it again, and sign it again
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "signed_by": "Kit", "signoff_id": "o"}], "pin_view": [{"signoff_id": "o", "position": 0, "source_id": "s", "reads_otherwise": 1}], "source_view": [{"source_id": "s", "code": "S-0001"}]}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "stet", "signed_by": "Kit", "signoff_id": "o"}], "pin_view": [{"signoff_id": "o", "position": 0, "source_id": "s", "reads_otherwise": 1}, {"signoff_id": "o", "position": 1, "source_id": "s", "reads_otherwise": 1}], "source_view": [{"source_id": "s", "code": "S-0001"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "signed_by": "Kit", "signoff_id": "o"}], "pin_view": [{"signoff_id": "o", "position": 0, "source_id": "s", "reads_otherwise": 0}], "source_view": [{"source_id": "s", "code": "S-0001"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "", "void": "source recaptured", "signed_by": "Kit", "signoff_id": "o"}], "pin_view": [{"signoff_id": "o", "position": 0, "source_id": "s", "reads_otherwise": 1}], "source_view": [{"source_id": "s", "code": "S-0001"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "signed_by": "Kit", "signoff_id": "o"}], "pin_view": [{"signoff_id": "earlier", "position": 0, "source_id": "s", "reads_otherwise": 1}], "source_view": [{"source_id": "s", "code": "S-0001"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "verdict": "confirmed", "signed_by": "Kit", "signoff_id": "o"}], "pin_view": [{"signoff_id": "o", "position": 0, "source_id": "s", "reads_otherwise": 1}], "source_view": [{"source_id": "s", "code": "S-0001"}]}
select c.claim_id, c.signed_by, s.code as source
from claim_view c
join pin_view p on p.signoff_id = c.signoff_id
join source_view s on s.source_id = p.source_id
where c.article_id = :article and c.cut = 0 and c.verdict <> '' and p.reads_otherwise = 1
    and not exists (
        select 1
        from pin_view e
        where e.signoff_id = p.signoff_id and e.source_id = p.source_id and e.position < p.position
    )
order by c.number, s.code
