module tram.example/timetable

go 1.21
