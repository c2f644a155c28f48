module windpark.de/historian

go 1.21
