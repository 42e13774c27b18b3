using System.Collections.Frozen;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Every method the look-alike knows.</summary>
internal static class Methods
{
    private static readonly FrozenDictionary<string, IMethod> ByName = new IMethod[]
    {
        new GetMe(),
        new GetUpdates(),
        new SetWebhook(),
        new DeleteWebhook(),
        new GetWebhookInfo(),
        new SendMessage(),
        new SendPhoto(),
        new SendDocument(),
        new SendMediaGroup(),
        new CopyMessage(),
        new EditMessageText(),
        new EditMessageReplyMarkup(),
        new EditMessageCaption(),
        new EditMessageMedia(),
        new DeleteMessage(),
        new DeleteMessages(),
        new AnswerCallbackQuery(),
        new PinChatMessage(),
        new UnpinChatMessage(),
        new SetMyCommands(),
        new GetMyCommands(),
        new DeleteMyCommands(),
        new SetMyDescription(),
        new SetMyShortDescription(),
        new SetChatMenuButton(),
        new GetChat(),
        new GetChatMember(),
        new GetChatAdministrators(),
        new CreateForumTopic(),
        new SetMessageReaction(),
        new SendChatAction(),
        new LeaveChat(),
        new GetFile(),
    }.ToFrozenDictionary(method => method.GetType().Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => ByName.Keys;

    public static IMethod Find(string name) =>
        ByName.GetValueOrDefault(name) ?? throw new Refusal(404, "Not Found: method not found");

    /// <summary>The name as the documentation writes it; the given one when there is no such method.</summary>
    public static string ProperName(string name) =>
        ByName.TryGetValue(name, out var method)
            ? char.ToLowerInvariant(method.GetType().Name[0]) + method.GetType().Name[1..]
            : name;
}
