module sicherung.app/backup

go 1.21
