-- One word for one thing: a field is stated or inferred, of a need as of a priority.
ALTER TABLE need DROP CONSTRAINT need_field_basis_check;
UPDATE need SET field_basis = 'stated' WHERE field_basis = 'source';
ALTER TABLE need ADD CONSTRAINT need_field_basis_check CHECK (field_basis IN ('stated', 'inferred'));
