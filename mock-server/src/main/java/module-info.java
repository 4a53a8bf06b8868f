/**
 * An offline double of Openprovider's customer API, to embed or to run: {@link io.handlekit.mock.MockOpenprovider}.
 *
 * <p>{@code io.handlekit.mock.junit} needs JUnit, and with Spring its test module, which its users require themselves.
 */
module io.handlekit.mock {
    requires transitive io.handlekit.core;
    requires com.h2database;
    requires com.zaxxer.hikari;
    requires info.picocli;
    requires io.javalin;
    requires jakarta.servlet;
    requires java.sql;
    requires org.eclipse.jetty.ee10.servlet;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires kotlin.stdlib;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires static org.junit.platform.commons;
    requires static spring.beans;
    requires static spring.context;
    requires static spring.core;
    requires static spring.test;

    exports io.handlekit.mock;
    exports io.handlekit.mock.behaviour;
    exports io.handlekit.mock.fault;
    exports io.handlekit.mock.journal;
    exports io.handlekit.mock.junit;

    opens io.handlekit.mock.internal.command to
            info.picocli;
}
