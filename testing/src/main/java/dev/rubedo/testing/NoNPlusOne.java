package dev.rubedo.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test fail if one of its lines loads the same attribute object by object, at least five times in one
 * transaction. The message names the attribute, the line and the option that loads it with the query. The engines are
 * those of {@link ExpectStatements}.
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(UnobservedExpectations.class)
public @interface NoNPlusOne {}
