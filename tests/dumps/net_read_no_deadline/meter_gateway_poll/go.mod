module gridworks.io/collector

go 1.20
