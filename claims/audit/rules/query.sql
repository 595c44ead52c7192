-- id: query
-- title: every query is answered
-- rationale: A checker asked because something was not clear. At closing nothing that is not clear goes to print.
-- severity: draft=note closing=error published=error
-- message: query {query} to {whom} is open, “{question}”: get the answer, and record it with stet query answer
-- catch: {"query_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "query": 1, "question": "Who counted?", "put_to": "Nora", "answer": ""}]}
-- catch: {"query_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "query": 2, "question": "Who counted?", "put_to": "", "answer": ""}]}
-- spare: {"query_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "query": 1, "question": "Who counted?", "put_to": "Nora", "answer": "I."}]}
-- spare: {"query_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "query": 1, "question": "Who counted?", "put_to": "Nora", "answer": ""}]}
-- spare: {"query_view": [{"claim_id": "c", "article_id": "b", "number": 1, "cut": 0, "query": 1, "question": "Who counted?", "put_to": "Nora", "answer": ""}]}
select claim_id, query, question, case when put_to = '' then 'the author' else put_to end as whom
from query_view
where article_id = :article and cut = 0 and answer = ''
order by number, query
