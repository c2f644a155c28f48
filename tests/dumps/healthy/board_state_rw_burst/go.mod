module schach.club/board

go 1.21
