package com.prosynchub.ui.kit.picture;

/** Carries a problem from where it is found to {@link PictureReader}, which turns it into a value. */
final class PictureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PictureProblem problem;

    PictureException(PictureProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    PictureProblem problem() {
        return problem;
    }
}
