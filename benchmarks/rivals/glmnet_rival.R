# The lasso by glmnet, from R's own order, columns. Its threshold is the largest power of ten at which the bound
# that all contenders are judged by is met.
suppressMessages(library(glmnet))
folder <- commandArgs(trailingOnly = TRUE)[1]
file <- file(file.path(folder, "lasso-20000x500.bin"), "rb")
sizes <- readBin(file, "integer", 4, size = 4, endian = "little")[c(1, 3)]
X <- matrix(readBin(file, "double", prod(sizes), endian = "little"), sizes[1], sizes[2], byrow = TRUE)
y <- readBin(file, "double", sizes[1], endian = "little")
close(file)

strength <- 0.05 * max(abs(crossprod(X, y))) / length(y)

solve_at <- function(threshold) {
  fit <- glmnet(X, y, lambda = strength, intercept = FALSE, standardize = FALSE, thresh = threshold)
  as.vector(fit$beta)
}

certificate <- function(w) {
  residuals <- as.vector(X %*% w) - y
  v <- as.vector(crossprod(X, residuals)) / length(y)
  scale <- min(1, strength / max(abs(v)))
  primal <- 0.5 * mean(residuals^2) + strength * sum(abs(w))
  gap <- 0.5 * (1 - scale)^2 * mean(residuals^2) + sum(strength * abs(w) + scale * v * w)
  if (gap / primal <= 1e-6) primal else NaN
}

threshold <- 1e-4
while (is.nan(certificate(solve_at(threshold)))) threshold <- threshold / 10

cat("glmnet", as.character(packageVersion("glmnet")), "\n", sep = " ")
flush(stdout())
input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  began <- Sys.time()
  w <- solve_at(threshold)
  elapsed <- as.numeric(difftime(Sys.time(), began, units = "secs"))
  cat(format(1000 * elapsed, digits = 15), format(certificate(w), digits = 17), "\n")
  flush(stdout())
}
