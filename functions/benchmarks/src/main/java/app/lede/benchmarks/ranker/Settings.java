package app.lede.benchmarks.ranker;

/**
 * Settings of a training run.
 *
 * @param hidden hidden units of each network
 * @param networks networks trained from different seeds and added up
 * @param epochs passes through the examples
 * @param rate first learning rate; falls to a tenth
 * @param decay weight decay
 * @param dropped share of features left out in each step
 * @param second weight of ROUGE-2 beside ROUGE-1
 * @param relative share of the lead's quality subtracted from a set's quality
 * @param temperature ROUGE points that make a set e times as likely in the target distribution
 */
record Settings(
        int hidden,
        int networks,
        int epochs,
        double rate,
        double decay,
        double dropped,
        double second,
        double relative,
        double temperature) {}
