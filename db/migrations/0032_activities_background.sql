-- Where she heard of it, and whether she is new, are asked apart from the sign-up now (feature O2) and are facts of nobody. What stands on sign-ups
-- goes; been_before stays where the municipality's own rule puts those who are new first (feature D13).
UPDATE activities_entry SET heard_of = NULL WHERE heard_of IS NOT NULL;
UPDATE activities_entry SET been_before = NULL WHERE been_before IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM activities_activity a WHERE a.area = activities_entry.area AND a.id = activities_entry.activity AND a.preferred = 'new');
