package io.handlekit.conformance.programs;

import static io.handlekit.conformance.internal.texts.JavaText.make;

import io.handlekit.conformance.internal.texts.JavaText;

/** Commands as Java expressions. */
final class CommandText {
    private CommandText() {}

    static String of(Command command) {
        if (command instanceof Command.Create create) {
            return make("Create", JavaText.of(create.draft()));
        } else if (command instanceof Command.CreateFailing create) {
            return make("CreateFailing", JavaText.of(create.draft()), "Moment." + create.moment());
        } else if (command instanceof Command.Update update) {
            return make("Update", String.valueOf(update.pick()), JavaText.of(update.changes()));
        } else if (command instanceof Command.UpdateUnknown update) {
            return make("UpdateUnknown", JavaText.of(update.changes()));
        } else if (command instanceof Command.Get get) {
            return make("Get", String.valueOf(get.pick()));
        } else if (command instanceof Command.ListOne one) {
            return make("ListOne", String.valueOf(one.pick()));
        } else if (command instanceof Command.Delete delete) {
            return make("Delete", String.valueOf(delete.pick()));
        } else if (command instanceof Command.MoveClock clock) {
            return make("MoveClock", "Duration.parse(" + JavaText.of(clock.by().toString()) + ")");
        }
        return make(command.getClass().getSimpleName());
    }
}
