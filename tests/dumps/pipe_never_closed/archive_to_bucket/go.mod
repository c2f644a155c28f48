module go.aktenwerk.example/export

go 1.18
