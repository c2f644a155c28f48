module tower.example/alarms

go 1.25
