package dev.rubedo.examples.rest;

import dev.rubedo.orm.error.EntityNotFoundException;
import java.util.TreeMap;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns errors into problem details (RFC 9457). They do not contain the messages of exceptions, which
 * name tables and columns. Stateless.
 */
@RestControllerAdvice
class Problems {

    @ExceptionHandler
    ProblemDetail notFound(DataRetrievalFailureException e) {
        return e.getCause() instanceof EntityNotFoundException
                ? ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such resource.")
                : ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @ExceptionHandler
    ProblemDetail changedBySomebodyElse(OptimisticLockingFailureException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                "Someone else has changed this since you read it. Read it again.");
    }

    @ExceptionHandler
    ProblemDetail duplicate(DuplicateKeyException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "This already exists.");
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Some values are invalid.");
        var fields = new TreeMap<String, Object>();
        e.getFieldErrors().forEach(error -> fields.put(error.getField(), String.valueOf(error.getDefaultMessage())));
        problem.setProperty("fields", fields);
        return problem;
    }
}
