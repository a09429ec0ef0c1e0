-- Votes in meetings and elections know majorities from one place.
create or replace function meetings.is_carried(p_majority text, p_entitled integer, p_in_favour integer, p_against integer) returns boolean
  language sql immutable set search_path = ''
  return cooperation.has_majority(p_majority, p_in_favour, p_against, p_in_favour + p_against, p_entitled);
