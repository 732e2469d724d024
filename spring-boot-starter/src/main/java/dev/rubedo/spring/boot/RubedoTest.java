package dev.rubedo.spring.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test slice for the part of an application that uses the database: its data source, engine, model, sessions,
 * transactions and {@code @Repository} classes, without its web layer and other components. Each test method is a
 * transaction that is rolled back. The configured database is used, not a replacement.
 *
 * {@snippet :
 * @RubedoTest
 * class NotesTest {
 *     @Autowired
 *     Notes notes;
 *
 *     @Autowired
 *     Session session;
 * }
 * }
 *
 * <p>Needs {@code spring-boot-test} and {@code spring-test} on the class path.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration
@Transactional
public @interface RubedoTest {

    /** Returns how the schema is prepared before the first test. */
    Schema schema() default Schema.MODEL;

    /** Returns properties as {@code name=value}, which have precedence over those of the application. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** Returns additional classes that are beans of the test, although they are not annotated with {@code @Repository}.
     */
    Class<?>[] include() default {};

    /** How the schema is prepared. */
    enum Schema {
        /** Missing tables of the model are created. */
        MODEL,
        /** The revisions on the class path are applied. */
        REVISIONS,
        /** Not at all: the tables exist, or {@code rubedo.migrate.on-start} decides. */
        NONE
    }
}
