module granges.example/abbey

go 1.21
