module hof.ee/scales

go 1.18
