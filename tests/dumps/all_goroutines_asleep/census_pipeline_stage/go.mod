module statsoffice/census

go 1.21
