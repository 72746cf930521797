// Gradient descent by ensmallen on functions written with Armadillo; points are columns, as is usual there.
//
// The harness writes "run W1 50" and reads "milliseconds loss".

#include <armadillo>
#include <ensmallen.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

namespace {

struct Problem {
    arma::mat points;
    arma::rowvec targets;

    Problem(const std::string& folder, const std::string& name) {
        std::ifstream file(folder + "/" + name + ".bin", std::ios::binary);
        std::int64_t sizes[2];
        file.read(reinterpret_cast<char*>(sizes), sizeof sizes);
        points.set_size(sizes[1], sizes[0]);
        targets.set_size(sizes[0]);
        file.read(reinterpret_cast<char*>(points.memptr()), points.n_elem * sizeof(double));
        file.read(reinterpret_cast<char*>(targets.memptr()), targets.n_elem * sizeof(double));
        if (!file) throw std::runtime_error("cannot read " + name);
    }
};

// The mean logistic loss over all points.
class FullRisk {
public:
    explicit FullRisk(const Problem& problem) : problem(problem) {}

    double EvaluateWithGradient(const arma::mat& w, arma::mat& gradient) {
        const arma::rowvec scores = w.t() * problem.points;
        const arma::rowvec slopes = 1.0 / (1.0 + arma::exp(-scores)) - problem.targets;
        gradient = problem.points * slopes.t() / double(problem.targets.n_elem);
        return MeanLoss(scores);
    }

    double Evaluate(const arma::mat& w) { return MeanLoss(w.t() * problem.points); }

private:
    double MeanLoss(const arma::rowvec& scores) const {
        return arma::mean(arma::log1p(arma::exp(scores)) - problem.targets % scores);
    }

    const Problem& problem;
};

// The summed loss over a run of points, and the shuffle of points that the optimizer asks for.
class BatchRisk {
public:
    explicit BatchRisk(const Problem& problem) : points(problem.points), targets(problem.targets) {}

    std::size_t NumFunctions() const { return targets.n_elem; }

    void Shuffle() {
        const arma::uvec order = arma::randperm(targets.n_elem);
        points = arma::mat(points.cols(order));
        targets = arma::rowvec(targets.cols(order));
    }

    double EvaluateWithGradient(
        const arma::mat& w, std::size_t first, arma::mat& gradient, std::size_t count) {
        const auto batch = points.cols(first, first + count - 1);
        const auto y = targets.subvec(first, first + count - 1);
        const arma::rowvec scores = w.t() * batch;
        const arma::rowvec slopes = 1.0 / (1.0 + arma::exp(-scores)) - y;
        gradient = batch * slopes.t();
        return arma::accu(arma::log1p(arma::exp(scores)) - y % scores);
    }

    double Evaluate(const arma::mat& w, std::size_t first, std::size_t count) {
        arma::mat gradient;
        return EvaluateWithGradient(w, first, gradient, count);
    }

    void Gradient(const arma::mat& w, std::size_t first, arma::mat& gradient, std::size_t count) {
        EvaluateWithGradient(w, first, gradient, count);
    }

private:
    arma::mat points;
    arma::rowvec targets;
};

using Clock = std::chrono::steady_clock;

double MillisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void Answer(double milliseconds, double loss) {
    std::printf("%.17g %.17g\n", milliseconds, loss);
    std::fflush(stdout);
}

void FullBatch(const Problem& problem, std::size_t count, double rate) {
    FullRisk risk(problem);
    arma::mat w(problem.points.n_rows, 1, arma::fill::zeros);
    // Before version 3 the loop began at 1.
    ens::GradientDescent optimizer(rate, ENS_VERSION_MAJOR < 3 ? count + 1 : count, -1.0);
    const auto start = Clock::now();
    const double loss = optimizer.Optimize(risk, w);
    Answer(MillisecondsSince(start), loss);
}

void MiniBatches(const Problem& problem, std::size_t count, double rate) {
    const std::size_t size = 64;
    BatchRisk risk(problem);
    arma::mat w(problem.points.n_rows, 1, arma::fill::zeros);
    // Before version 3 the rate was not divided by the size of the batch.
    const double share = ENS_VERSION_MAJOR < 3 ? rate / size : rate;
    ens::StandardSGD optimizer(share, size, count * problem.targets.n_elem, -1.0, true);
    const auto start = Clock::now();
    optimizer.Optimize(risk, w);
    const double milliseconds = MillisecondsSince(start);
    Answer(milliseconds, FullRisk(problem).Evaluate(w));
}

struct Workload {
    std::string file;
    void (*work)(const Problem&, std::size_t, double);
    double rate;
};

}  // namespace

int main(int, char** arguments) {
    const std::map<std::string, Workload> workloads = {
        {"W1", {"logistic-200000x100", FullBatch, 1.0}},
        {"W2", {"logistic-2000x50", FullBatch, 0.01}},
        {"W4", {"logistic-200000x100", MiniBatches, 0.01}},
    };
    std::map<std::string, Problem> problems;

    std::cout << "ensmallen " << ens::version::as_string() << ", " << "Armadillo "
              << arma::arma_version::as_string() << std::endl;
    std::string verb, name;
    std::size_t count;
    while (std::cin >> verb >> name >> count) {
        const auto& [file, work, rate] = workloads.at(name);
        work(problems.try_emplace(file, arguments[1], file).first->second, count, rate);
    }
}
