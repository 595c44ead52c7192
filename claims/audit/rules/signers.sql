-- id: signers
-- title: as many people have signed a claim off as the policy asks
-- rationale: Some desks want two people to answer for a claim. The policy sets how many (signers). Those count whose last word on the claim still holds and lets it stand; its author's does not. Of a byline with several names, each full name is an author's.
-- severity: closing=error published=error
-- message: signed off as it stands by {signed} of the {wanted} people that the policy wants: have somebody else check it and sign it too
-- catch: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "confirmed", "void": "", "signer_last": 1}]}
-- catch: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "confirmed", "void": "", "signer_last": 1}, {"claim_id": "c", "signed_by": "Kit", "verdict": "confirmed", "void": "", "signer_last": 0}]}
-- catch: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "confirmed", "void": "", "signer_last": 1}, {"claim_id": "c", "signed_by": "Nora", "verdict": "confirmed", "void": "words changed", "signer_last": 1}]}
-- catch: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "stet", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "stet", "void": "", "signer_last": 1}, {"claim_id": "c", "signed_by": "Dana", "verdict": "confirmed", "void": "", "signer_last": 1}, {"claim_id": "c", "signed_by": "Nora", "verdict": "unverifiable", "void": "", "signer_last": 1}]}
-- catch: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "author": "Dana Scott and Nora Field"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit Moss", "verdict": "confirmed", "void": "", "signer_last": 1}, {"claim_id": "c", "signed_by": "Nora Field", "verdict": "confirmed", "void": "", "signer_last": 1}]}
-- catch: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit Moss", "verdict": "confirmed", "void": "", "signer_last": 1}, {"claim_id": "c", "signed_by": "KIT MOSS", "verdict": "confirmed", "void": "", "signer_last": 1}]}
-- spare: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "confirmed", "void": "", "signer_last": 1}, {"claim_id": "c", "signed_by": "Nora", "verdict": "stet", "void": "", "signer_last": 1}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "confirmed", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "confirmed", "void": "", "signer_last": 1}]}
-- spare: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "confirmed", "void": "words changed", "signer_last": 1}]}
-- spare: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "on author", "author": "Dana"}], "every_signoff_view": [{"claim_id": "c", "signed_by": "Kit", "verdict": "on author", "void": "", "signer_last": 1}]}
-- spare: {"thresholds": [{"signers": 2}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "verdict": "confirmed", "author": "Dana"}], "every_signoff_view": []}
select s.claim_id, s.signed, :signers as wanted
from (
    select c.claim_id, c.number, (
        select count(distinct lower(e.signed_by))
        from every_signoff_view e
        where e.claim_id = c.claim_id and e.void = '' and e.signer_last = 1 and e.signed_by <> c.author
            and not (e.signed_by like '% %' and ' ' || replace(lower(c.author), ',', ' ') || ' ' like '% ' || lower(e.signed_by) || ' %')
            and e.verdict in ('confirmed', 'change', 'stet')
    ) as signed
    from claim_view c
    where c.article_id = :article and c.cut = 0 and c.verdict in ('confirmed', 'change', 'stet')
) s
where :signers > 1 and s.signed < :signers
order by s.number
