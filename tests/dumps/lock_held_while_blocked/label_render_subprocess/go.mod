module parcelo.net/labels

go 1.21
