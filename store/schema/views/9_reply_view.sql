-- reply_view: one row for each reply: what is owed to somebody of whom a claim is
-- critical, and what became of it.
--
-- reply_id: UUIDv7
-- article_id: the claim's article
-- article: its slug
-- claim_id: the claim
-- number: the claim's number
-- cut: 1 where the current draft no longer carries the claim
-- put_to: whom the claim is critical of, or who speaks for them
-- via: how they were asked, in words such as phone
-- contacted_at: when; '' where nobody has asked them yet
-- deadline: until when they were to answer; '' where that was not said
-- response: what they said; '' where they have said nothing
-- responded_at: when
-- words: the claim's words as they were put to them; '' where nothing was
-- words_changed: 1 where the claim has other words now
-- logged_by: who recorded it last
-- logged_at: when
create view reply_view as
select
    y.id as reply_id,
    c.article as article_id,
    a.slug as article,
    c.id as claim_id,
    c.number,
    c.cut,
    y.put_to,
    y.via,
    y.contacted_at,
    y.deadline,
    y.response,
    y.responded_at,
    y.words,
    case when y.words <> '' and y.folded <> c.folded then 1 else 0 end as words_changed,
    y.logged_by,
    y.logged_at
from reply y
join claim c on c.id = y.claim
join article a on a.id = c.article;
