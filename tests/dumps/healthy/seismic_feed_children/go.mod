module quakes.example/feeds

go 1.26
