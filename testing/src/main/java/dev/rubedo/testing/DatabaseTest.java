package dev.rubedo.testing;

import dev.rubedo.feature.Feature;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once per database, each time in an empty database. Its parameters (and those of {@code @BeforeEach}
 * methods and of the constructor) may be {@link TestDatabase}, {@link dev.rubedo.engine.Engine}, {@link StatementLog}
 * and {@link FaultProxy}, in any order.
 * {@snippet :
 * @DatabaseTest
 * void storesAName(Engine engine, StatementLog statements) {
 *     ...
 * }
 *
 * @DatabaseTest(requires = Feature.SKIP_LOCKED)
 * void takesAJobThatNobodyHolds(Engine engine) {
 *     ...
 * }
 * }
 * A database that cannot be started fails the test; only {@code RUBEDO_DIALECTS} excludes one (see
 * {@link dev.rubedo.testing.server.TestServers}).
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(DatabaseTestExtension.class)
public @interface DatabaseTest {

    /** Returns the names of the only databases on which to run the test ({@code postgresql}); empty for all. */
    String[] only() default {};

    /** Returns the names of the databases on which not to run the test. */
    String[] except() default {};

    /** Returns the features that a database must support for the test to run on it. */
    Feature[] requires() default {};
}
