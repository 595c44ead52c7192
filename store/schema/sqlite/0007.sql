-- Version 7: sign-offs that came in with a table of claims.

-- Who took it in; '' where the sign-off was given in this ledger.
alter table signoff add column imported_by text not null default '';
-- Why it was void already, as the table says; '' where it held.
alter table signoff add column lapsed text not null default '';
