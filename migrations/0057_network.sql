-- Figures of the network by year: how many municipalities it says it worked in is a figure that it publishes too.
ALTER TABLE published_figure DROP CONSTRAINT published_figure_measure_check;
ALTER TABLE published_figure ADD CONSTRAINT published_figure_measure_check CHECK (measure IN (
  'priorities', 'fully', 'partly', 'not', 'addressed', 'contracts', 'signed', 'expected', 'municipalities', 'focus-groups',
  'forums', 'citizens-met', 'people-reached'
));
-- What is counted of gatherings stands in the index: the table is not read.
CREATE INDEX event_by_kind ON event (kind, starts) INCLUDE (participants, participants_is);
