module landsurvey.example/exports

go 1.21
