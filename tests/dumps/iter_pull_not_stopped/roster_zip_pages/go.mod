module schichtplan/roster

go 1.21
