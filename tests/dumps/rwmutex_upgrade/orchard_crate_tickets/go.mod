module orchard.pellbrook.example/crates

go 1.20

require github.com/muesli/cache2go v0.0.0-20221011235721-518229cd8021
