package dev.rubedo.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The number of statements that a test may send, from the beginning of the test method to its end; a batch counts as
 * one. The test fails if there are more or fewer, and the message lists them. In a {@link DatabaseTest}, the statements
 * of its engine are counted; in other tests, those of the engines given to a {@link StatementExpectations}; a test with
 * neither fails. Text SQL is not parsed: it is counted in {@link #value()} only.
 * {@snippet :
 * @DatabaseTest
 * @ExpectStatements(select = 2, insert = 1)
 * void ordersAreLoadedWithTheirLines(Engine engine) {
 *     ...
 * }
 * }
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(UnobservedExpectations.class)
public @interface ExpectStatements {

    /** Returns the total number of statements; -1 if only the kinds matter. */
    int value() default -1;

    /** Returns the number of queries; -1 for any number. */
    int select() default -1;

    /** Returns the number of INSERT statements; -1 for any number. */
    int insert() default -1;

    /** Returns the number of UPDATE statements; -1 for any number. */
    int update() default -1;

    /** Returns the number of DELETE statements; -1 for any number. */
    int delete() default -1;
}
