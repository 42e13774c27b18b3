using HandoffBot.Sandbox.WebChat.Screens;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>The answers to presses that are on the screens now: a toast for a few seconds, an alert until its OK.</summary>
internal sealed class NoticeBoard
{
    private static readonly TimeSpan ToastStays = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SpinnerTurns = TimeSpan.FromSeconds(15);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<(Notice Notice, long Since)> _shown = [];
    private ImmutableDictionary<string, Press> _presses = ImmutableDictionary<string, Press>.Empty;
    private List<Press> _turning = [];

    public void Clear(WorldView view)
    {
        _known.Clear();
        _known.UnionWith(view.Presses.Keys);
        _shown.Clear();
    }

    public void Look(WorldView view, DateTimeOffset now)
    {
        if (!ReferenceEquals(_presses, view.Presses))
        {
            _presses = view.Presses;
            _turning = [.. view.Presses.Values.Where(p => p.Answer is null)];
            foreach (var press in view.Presses.Values.Where(p => p.Answer is not null && _known.Add(p.Id)))
            {
                Show(view, press, press.Answer!);
            }
        }

        _turning.RemoveAll(p => now - p.At > SpinnerTurns);
        _shown.RemoveAll(s => !s.Notice.IsAlert && TimeProvider.System.GetElapsedTime(s.Since) > ToastStays);
    }

    /// <summary>In the chat where it was pressed, and on the private phone of whoever pressed.</summary>
    public IReadOnlyList<Notice> For(long chatId) =>
        _shown.Count == 0
            ? []
            : [.. _shown.Select(s => s.Notice).Where(n => n.ChatId == chatId || n.PersonId == chatId)];

    public string Spinning(long chatId, long viewerId) =>
        string.Join(
            '|',
            _turning.Where(p => p.ChatId == chatId && p.PersonId == viewerId).Select(p => SpinKey(p.MessageId, p.Data))
        );

    public static string SpinKey(int messageId, string data) =>
        string.Create(CultureInfo.InvariantCulture, $"{messageId}:{data}");

    public void Dismiss(Notice notice) => _shown.RemoveAll(s => s.Notice.PressId == notice.PressId);

    private void Show(WorldView view, Press press, PressAnswer answer)
    {
        if (string.IsNullOrEmpty(answer.Text))
        {
            return;
        }

        var name = view.NameOf(press.PersonId);
        var notice = new Notice(press.Id, press.PersonId, press.ChatId, name, answer.Text, answer.Alert);
        _shown.RemoveAll(s => s.Notice.PersonId == press.PersonId);
        _shown.Add((notice, TimeProvider.System.GetTimestamp()));
    }
}
