module imgproxy

go 1.20
