namespace HandoffBot.Chat;

/// <summary>A button under a message: it is pressed, opens a link or copies a text.</summary>
internal abstract record Button(string Label)
{
    public static Button Of(string label, ButtonPress press) => new PressButton(label, press);

    public static Button Of(string label, string verb, long about = 0, long choice = 0, long extra = 0) =>
        new PressButton(label, new ButtonPress(verb, about, choice, extra));
}

internal sealed record PressButton(string Label, ButtonPress Press) : Button(Label);

internal sealed record LinkButton(string Label, Uri Address) : Button(Label);

internal sealed record CopyButton(string Label, string Text) : Button(Label);
