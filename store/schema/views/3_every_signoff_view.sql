-- every_signoff_view: one row for each sign-off, earlier ones included, and
-- whether it still holds.
--
-- A sign-off is void where it was imported as void, where the claim's folded
-- words are no longer those signed
-- (nor those that a verdict of change proposed), where the claim's citations
-- are no longer those signed in source, stance, quote or locator, or where a
-- source was captured anew, reads otherwise than it did, and the passage relied
-- on is not known to stand in it: no quote was given, or its match there is
-- missing or absent, or is altered and was not so, word for word, when it was
-- signed.
--
-- signoff_id: UUIDv7
-- claim_id: the claim
-- verdict: what was decided, whether or not it still holds
-- verdict_to: the words proposed, of a change
-- change_met: 1 where the verdict is change and the claim carries the words proposed
-- note: the reason given
-- signed_by: who decided
-- signed_at: when
-- words: the claim's words as signed
-- signer_last: 1 where the same person has given no later one on the claim
-- void: '' while the sign-off holds, else 'words changed', 'evidence changed', 'source recaptured', or what an imported table says of one that was void there
-- imported_by: who took it in with a table of claims; '' where it was given in this ledger
create view every_signoff_view as
select
    s.id as signoff_id,
    s.claim as claim_id,
    s.verdict,
    s.proposed as verdict_to,
    case when s.verdict = 'change' and s.proposed_folded = (select c.folded from claim c where c.id = s.claim) then 1 else 0 end as change_met,
    s.note,
    s.signed_by,
    s.at as signed_at,
    s.words,
    case when exists (
        select 1
        from signoff l
        where l.claim = s.claim and l.signed_by = s.signed_by and (l.at > s.at or l.at = s.at and l.id > s.id)
    ) then 0 else 1 end as signer_last,
    case
    when s.lapsed <> '' then s.lapsed
    when 1 = (
        select case when c.folded = s.folded or s.verdict = 'change' and c.folded = s.proposed_folded then 0 else 1 end
        from claim c
        where c.id = s.claim
    ) then 'words changed'
    when exists (
        select 1
        from pin p
        where p.signoff = s.id and not exists (
            select 1
            from citation t
            where t.claim = s.claim and t.source = p.source and t.stance = p.stance and t.quote = p.quote
                and t.page = p.page and t.page_end = p.page_end and t.paragraph = p.paragraph and t.time = p.time
        )
    ) or exists (
        select 1
        from citation t
        where t.claim = s.claim and not exists (
            select 1
            from pin p
            where p.signoff = s.id and t.source = p.source and t.stance = p.stance and t.quote = p.quote
                and t.page = p.page and t.page_end = p.page_end and t.paragraph = p.paragraph and t.time = p.time
        )
    ) then 'evidence changed'
    when exists (
        select 1
        from pin p
        join newest_snapshot n on n.source_id = p.source
        where p.signoff = s.id and p.snapshot is not null and p.snapshot <> n.snapshot
            and not exists (
                select 1
                from reading r
                join reading o on o.sum = r.sum
                where r.digest = n.snapshot and o.digest = p.snapshot and r.sum <> ''
            )
            and (p.quote = '' or not exists (
                select 1
                from citation t
                join match m on m.citation = t.id
                where t.claim = s.claim and t.source = p.source and t.stance = p.stance and t.quote = p.quote
                    and t.page = p.page and t.page_end = p.page_end and t.paragraph = p.paragraph and t.time = p.time
                    and m.snapshot = n.snapshot
                    and (m.class not in ('altered', 'absent') or m.folded = p.folded and p.folded <> '')
            ))
    ) then 'source recaptured'
    else '' end as void,
    s.imported_by
from signoff s;
