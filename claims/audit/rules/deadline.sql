-- id: deadline
-- title: whoever was asked for comment had time to answer
-- rationale: Who was told no deadline, or has one that is still to come, has not declined to comment.
-- severity: closing=error published=error
-- message: {put_to} was asked for comment and {has}: wait for the answer, or record it with stet reply add
-- catch: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": "2026-03-01T10:00:00.000Z", "deadline": "", "response": ""}]}
-- catch: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": "2026-03-01T10:00:00.000Z", "deadline": "2026-03-02T12:00:01.000Z", "response": ""}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": "2026-03-01T10:00:00.000Z", "deadline": "2026-03-02T11:59:59.000Z", "response": ""}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": "2026-03-01T10:00:00.000Z", "deadline": "2026-03-05T12:00:00.000Z", "response": "No comment."}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": "", "deadline": "", "response": ""}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "reply_id": "r", "put_to": "The port", "contacted_at": "2026-03-01T10:00:00.000Z", "deadline": "", "response": ""}]}
select claim_id, put_to,
    case when deadline = '' then 'was given no deadline'
    else 'has until ' || substr(deadline, 1, 10) || ' ' || substr(deadline, 12, 5) || ' UTC' end as has
from reply_view
where article_id = :article and cut = 0 and contacted_at <> '' and response = '' and (deadline = '' or deadline > :now)
order by number, reply_id
