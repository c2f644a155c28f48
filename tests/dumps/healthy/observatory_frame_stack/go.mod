module example.org/observatory/frames

go 1.21
